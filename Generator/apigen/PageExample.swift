import APIModel
import DocCRenderer
import SwiftRenderer

extension DocCRenderer.Example {
    /// What the page of an operation says in Swift.
    init(_ operation: APIModel.Operation, in api: API) {
        let example = CallExample(operation, in: api)
        self.init(
            code: example.code,
            template: example.template,
            symbol: example.symbol,
            further: operation.methods.dropFirst().map { method in
                let example = CallExample(operation, by: method, in: api)
                return Further(code: example.code, symbol: example.symbol, summary: method.documentation.summary)
            }
        )
    }
}
