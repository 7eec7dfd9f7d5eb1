"""Files and clipboard contents become values of the model."""
