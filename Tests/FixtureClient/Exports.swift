// The examples import nothing but the client.
@_exported import APIRuntime
@_exported import JSONBytes
