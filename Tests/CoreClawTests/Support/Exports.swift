// Every test of the library runs beside the canary.
@_exported import CanarySupport
