import DocCRenderer
import SwiftRenderer
import Testing

@testable import apigen

/// A change of the specification is all it takes: Swift, pages, routes and examples follow.
@Suite(.oneAtATime)
struct WideningTests {
    private static let specification = """
        openapi: 3.1.0
        info: {title: Post, version: "1"}
        tags:
          - {name: parcels, description: What is sent.}
        paths:
          /parcels/{id}:
            get:
              operationId: getParcel
              tags: [parcels]
              summary: Reads one parcel.
              x-apigen-method: get
              parameters:
                - {name: id, in: path, required: true, description: The parcel., schema: {$ref: "#/components/schemas/ParcelID"}, example: P1}
              responses:
                "200":
                  description: The parcel.
                  content: {application/json: {schema: {$ref: "#/components/schemas/Parcel"}}}
        components:
          schemas:
            ParcelID: {type: string, description: Names one parcel., x-apigen-identifier: true}
            Parcel:
              type: object
              description: A parcel.
              properties:
                weight:
                  type: number
                  description: How heavy it is, in grams.
        """

    /// The files that a change of the specification changes.
    private func difference(_ old: String, _ new: String) throws -> [String: String] {
        #expect(Self.specification.contains(old))
        let before = try files(of: Self.specification)
        return try files(of: Self.specification.replacing(old, with: new)).filter { before[$0.key] != $0.value }
    }

    private func files(of specification: String) throws -> [String: String] {
        var text = SpecText(specification)
        text.settings = """
            {document: spec.yaml, module: Post, client: PostClient, variable: post,
             outputs: {client: Client, routes: Routes, pages: Pages, examples: Examples}}
            """
        let api = try #require(text.resolve().api)
        let pages = try DocCRenderer { .init($0, in: api) }.render(api)
        return Dictionary(uniqueKeysWithValues: (try SwiftRenderer().render(api) + pages).map { ($0.path, $0.contents) })
    }

    @Test func aProperty() throws {
        let files = try difference(
            "        weight:\n",
            "        colour:\n          type: string\n          description: What it looks like.\n        weight:\n"
        )
        let parcel = try #require(files["Client/Types/Parcel.swift"])
        #expect(parcel.contains("    /// What it looks like.\n    public var colour: String?\n"))
        #expect(parcel.contains("        coder.string(&colour)\n"))
        #expect(files["Pages/Operation-getParcel.md"]?.contains("| `colour` |") == true)
    }

    @Test func aParameter() throws {
        let files = try difference(
            "      parameters:\n",
            "      parameters:\n        - {name: depth, in: query, description: How much to tell., schema: {type: integer, maximum: 9}}\n"
        )
        let operation = try #require(files["Client/Operations/GetParcel.swift"])
        #expect(operation.contains("        request.query(\"depth\", depth)\n"))
        #expect(files["Client/Resources/ParcelsResource.swift"]?.contains("depth: Int? = nil") == true)
        #expect(files["Routes/Routes.swift"]?.contains("ParameterRule(\"depth\", in: .query, ") == true)
        #expect(files["Pages/Operation-getParcel.md"]?.contains("| `depth` | `depth` | no | integer") == true)
    }

    @Test func anOperation() throws {
        let files = try difference(
            "components:\n",
            """
              /parcels/{id}/stop:
                post:
                  operationId: stopParcel
                  tags: [parcels]
                  summary: Asks for a parcel to be held.
                  x-apigen-method: stop
                  parameters:
                    - {name: id, in: path, required: true, description: The parcel., schema: {$ref: "#/components/schemas/ParcelID"}, example: P1}
                  responses:
                    "204": {description: It was asked.}
            components:

            """
        )
        #expect(files["Client/Operations/StopParcel.swift"]?.contains("/// Asks for a parcel to be held.") == true)
        #expect(
            files["Client/Resources/ParcelsResource.swift"]?.contains(
                "    public func stop(_ id: ParcelID) async throws {\n        try await client.send(StopParcel(id: id))\n    }\n"
            ) == true
        )
        #expect(files["Pages/Operation-stopParcel.md"]?.hasPrefix("# Stop parcel\n") == true)
        #expect(files["Pages/Resource-parcels.md"]?.contains("- <doc:Operation-stopParcel>") == true)
        #expect(files["Examples/Examples.swift"]?.contains("try await post.parcels.stop(\"P1\")") == true)
        #expect(files["Routes/Routes.swift"]?.contains("operationID: \"stopParcel\"") == true)
    }
}
