"""来稿: files that become articles, asked about where that is not sure, and what is to be looked at afterwards."""
