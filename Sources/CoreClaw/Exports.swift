// `import CoreClaw` is all that a user has to write.
@_exported import APIRuntime
@_exported import JSONBytes
