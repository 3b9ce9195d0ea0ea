// Every test of a generated client runs beside the canary.
@_exported import CanarySupport
