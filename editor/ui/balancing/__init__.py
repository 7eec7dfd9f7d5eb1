"""匀版: pages that stand nearly empty, one by one below the article and all of an issue in a dialog."""
