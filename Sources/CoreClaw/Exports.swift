// A user needs only `import CoreClaw`.
@_exported import APIRuntime
@_exported import JSONBytes
