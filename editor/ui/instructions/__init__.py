"""领导批示 in the window: what leaders wrote about the articles of an issue, entered, looked up, withdrawn."""
