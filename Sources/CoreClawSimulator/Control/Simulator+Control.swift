import Foundation

extension Simulator {
    /// Where the simulator is directed over HTTP, for tests in other languages, browsers and the command line.
    ///
    /// No key is needed, so pages may do this only when they come from this machine or from ``SimulatorOptions/allowedOrigins``,
    /// and every `POST` carries `Content-Type: application/json`. These paths answer in JSON, with `{"errors": […]}` for what
    /// cannot be:
    ///
    /// | Request | Does |
    /// | --- | --- |
    /// | `GET /__simulator` | Tells what is simulated: addresses, clock, operations, the identifiers there are from the start |
    /// | `POST /__simulator/faults` | Plans a ``Fault`` |
    /// | `POST /__simulator/downloads/faults` | Plans a ``DownloadFault`` |
    /// | `DELETE /__simulator/faults` | Forgets all planned faults |
    /// | `GET`, `DELETE /__simulator/requests` | Lists or forgets ``requests`` |
    /// | `GET`, `DELETE /__simulator/downloads` | Lists or forgets ``downloads`` |
    /// | `GET`, `DELETE /__simulator/callbacks` | Lists or forgets ``callbacks`` |
    /// | `POST /__simulator/reset` | Goes back to the beginning, as ``reset()`` does; needs no body |
    /// | `POST /__simulator/clock` | Moves a manual clock forward by `advance` seconds; 409 for a clock that runs by itself |
    ///
    /// What callbacks' URLs say in their query is masked in lists. A fault has an `operation`, a `kind` (`status`, `delay`,
    /// `cut`, `stall`, `garbage`, `repeatPage`), `times` (1 if left out) and, by its kind, `status`, `code`, `message` and
    /// `retryAfter`, or `delay` in seconds. One of downloads has no operation; its kinds are `cut` and `stall` with `afterBytes`,
    /// `withoutRanges`, `changedContent`, and `status` with `status`.
    ///
    /// ```sh
    /// curl --json '{"operation": "getWorkerRun", "kind": "status", "status": 503, "times": 2}' $SIMULATOR/__simulator/faults
    /// curl --json '{"kind": "cut", "afterBytes": 1000}' $SIMULATOR/__simulator/downloads/faults
    /// curl --json '{"advance": 60}' $SIMULATOR/__simulator/clock
    /// ```
    public var controlURL: URL {
        baseURL.appending(path: ControlPanel.path)
    }
}
