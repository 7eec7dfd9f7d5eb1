"""错别字: characters that were typed for others, found by a list of wrong forms and by how well they stand together."""
