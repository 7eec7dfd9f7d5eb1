"""The pages of the Word file that hold no articles: cover, credits, contents, back and 版记, at the PDF's places."""
