// Every test of the runtime runs beside the canary.
@_exported import CanarySupport
