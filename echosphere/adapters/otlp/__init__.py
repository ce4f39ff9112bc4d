"""OTLP, the protocol in which OpenTelemetry's traces travel, to whoever the stage names."""
