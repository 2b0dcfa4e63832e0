"""The parts that a running bot is made of; one process has all of them, or some."""
