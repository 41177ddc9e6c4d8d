"""The only place that imports MkDocs: thin adapters that hand the core's pages to it."""
