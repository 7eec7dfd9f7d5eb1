"""来稿: files become articles, with their pictures, their originals and what is known of where they came from."""
