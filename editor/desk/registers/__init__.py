"""The registers at work: what they are used for, kept in step with the articles, taken from and put into files."""
