"""How fast Attune is, each time against a floor measured in the same run: ``python -m tests.bench``."""
