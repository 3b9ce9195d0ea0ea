import APIModel
import Stencil

/// Renders the pages of the documentation: one for each operation, one for each resource, and the lists around them.
package struct DocCRenderer {
    /// What a page says in Swift.
    package struct Example: Sendable {
        /// The statements of the example.
        let code: String
        /// The call with a place to fill in for each value.
        let template: String
        /// The symbol of the method, to link to.
        let symbol: String
        /// The other methods of the operation.
        let further: [Further]

        /// Another method of the operation.
        package struct Further: Sendable {
            let code: String
            let symbol: String
            let summary: String

            /// Collects what a page says of the method.
            package init(code: String, symbol: String, summary: String) {
                self.code = code
                self.symbol = symbol
                self.summary = summary
            }
        }

        /// Collects what a page says.
        package init(code: String, template: String, symbol: String, further: [Further] = []) {
            self.code = code
            self.template = template
            self.symbol = symbol
            self.further = further
        }
    }

    private let example: (Operation) -> Example

    /// Makes a renderer that shows these examples.
    package init(example: @escaping (Operation) -> Example) {
        self.example = example
    }

    /// Every page, in a fixed order.
    package func render(_ api: API) throws -> [GeneratedFile] {
        guard let folder = api.settings.pagesFolder else { return [] }
        let templates = PageTemplates()
        let mark = "\n<!-- \(GeneratedFile.mark)\(api.settings.document). Do not edit. -->\n"
        let pages: [any Page] =
            api.operations.map { OperationPage($0, in: api, example: example($0)) }
            + api.allResources.map { ResourcePage($0, in: api) }
            + [OperationsPage(api), ErrorCodesPage(api), QuirksPage(api)] + (MigrationPage(api).map { [$0] } ?? [])
        return try pages.map { GeneratedFile(path: "\(folder)/\($0.fileName)", contents: try templates.render($0) + mark) }
    }
}

/// What a template is filled with: stored fields only, everything decided.
protocol Page {
    /// The name of the template, without its ending.
    static var template: String { get }
    var fileName: String { get }
}

/// The templates, read once.
struct PageTemplates {
    /// Each read once, however many pages it prints.
    private let templates: [String: Template]

    init() {
        let environment = Environment()
        templates = Self.sources.mapValues { Template(templateString: Self.trimmed($0), environment: environment) }
    }

    /// Without the line break after a tag: done once, where Stencil's own trimming would be done for each page anew.
    private static func trimmed(_ source: String) -> String { source.replacing("%}\n", with: "%}") }

    func render(_ page: some Page) throws -> String {
        guard let template = templates[type(of: page).template] else {
            throw MissingTemplate(name: type(of: page).template)
        }
        return try template.render(["page": TemplateFields(of: page)]).withoutStrayBlankLines
    }

    private static let sources = [
        OperationPage.template: String(decoding: PackageResources.Operation_stencil, as: UTF8.self),
        ResourcePage.template: String(decoding: PackageResources.Resource_stencil, as: UTF8.self),
        OperationsPage.template: String(decoding: PackageResources.Operations_stencil, as: UTF8.self),
        ErrorCodesPage.template: String(decoding: PackageResources.ErrorCodes_stencil, as: UTF8.self),
        QuirksPage.template: String(decoding: PackageResources.Quirks_stencil, as: UTF8.self),
        MigrationPage.template: String(decoding: PackageResources.Migration_stencil, as: UTF8.self),
    ]
}

/// A page asks for a template that is not there.
struct MissingTemplate: Error {
    let name: String
}

extension String {
    /// With runs of blank lines made one, and exactly one line break at the end.
    fileprivate var withoutStrayBlankLines: String {
        let lineBreak = UInt8(ascii: "\n")
        var text: [UInt8] = []
        text.reserveCapacity(utf8.count)
        var isAfterBlankLine = true
        for line in utf8.split(separator: lineBreak, omittingEmptySubsequences: false) {
            let isBlank = line.allSatisfy { $0 == UInt8(ascii: " ") }
            if isBlank, isAfterBlankLine { continue }
            if !isBlank { text += line }
            text.append(lineBreak)
            isAfterBlankLine = isBlank
        }
        if isAfterBlankLine, !text.isEmpty { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}
