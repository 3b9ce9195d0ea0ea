import APIRuntime
import FixtureClient
import Foundation
import Testing

/// What the generated requests put on the wire.
struct RequestTests {
    private func client(_ transport: MemoryTransport) -> ZooClient {
        ZooClient(apiKey: Canary.key) { $0.transport = transport }
    }

    @Test func everyPlaceAndStyle() async throws {
        let transport = MemoryTransport(answer: "[]")
        _ = try await client(transport).animals.list(
            xKeeper: "Ann",
            tags: ["a b", "c&d"],
            ids: [1, 2],
            session: "s1",
            filter: ["kind": "cat"],
            since: Date(timeIntervalSince1970: 0),
            query: Query(text: "x")
        )
        let path = await transport.request?.path
        #expect(
            path
                == "/v1/animals?tags=a%20b&tags=c%26d&ids=1,2&filter%5Bkind%5D=cat&since=1970-01-01T00%3A00%3A00Z&query=%7B%22text%22%3A%22x%22%7D"
        )
        #expect(await transport.header("X-Keeper") == "Ann")
        #expect(await transport.header("Cookie") == "session=s1")
        #expect(await transport.header("X-Key") == Canary.key)
    }

    @Test func listsOutsideTheQuery() async throws {
        let transport = MemoryTransport(answer: "[]")
        _ = try await client(transport).animals.list(
            xKeeper: "Ann",
            xTags: ["a", "b"],
            xFilter: Query(text: "x"),
            requestQuery: "r",
            seals: [Data([1, 2, 3])]
        )
        #expect(await transport.request?.path == "/v1/animals?request=r")
        #expect(await transport.header("X-Tags") == "a,b")
        #expect(await transport.header("X-Filter") == #"{"text":"x"}"#)
        #expect(await transport.header("Cookie") == "seals=AQID")
        _ = try await client(transport).animals.batch([1, 2])
        #expect(await transport.request?.path == "/v1/animals/batch/1,2")
    }

    @Test func publicOperationsSendNoKey() async throws {
        let transport = MemoryTransport(answer: #"{"value":"v"}"#)
        _ = try await client(transport).animals.parent(animalID: "a/b", degree: 2)
        #expect(await transport.request?.path == "/v1/animals/a%2Fb/parent/2")
        #expect(await transport.header("X-Key") == nil)
    }

    @Test func formBody() async throws {
        let transport = MemoryTransport(answer: "found")
        let text = try await client(transport).files.search(name: "Ann & Bob", ages: [30, 40], active: true)
        #expect(text == "found")
        #expect(await transport.body == "name=Ann+%26+Bob&ages=30&ages=40&active=true")
        #expect(await transport.header("Content-Type") == "application/x-www-form-urlencoded")
    }

    @Test func multipartBody() async throws {
        let transport = MemoryTransport(status: 204)
        try await client(transport).files.upload(
            picture: UploadFile(name: "a\"b\r\n.png", contentType: "image/png", bytes: Array("PNG".utf8)),
            more: [UploadFile(name: "b.png", contentType: "image/png", bytes: Array("SECOND".utf8))],
            caption: "Cat",
            animal: .cat(Cat(kind: "cat", name: "Tom", lives: 9))
        )
        let body = try #require(await transport.body)
        #expect(body.contains("name=\"picture\"; filename=\"a%22b%0D%0A.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n"))
        #expect(body.contains("name=\"more\"; filename=\"b.png\"\r\nContent-Type: image/png\r\n\r\nSECOND\r\n"))
        #expect(body.contains("name=\"caption\"\r\n\r\nCat\r\n"))
        #expect(
            body.contains(
                "name=\"animal\"\r\nContent-Type: application/json\r\n\r\n{\"kind\":\"cat\",\"name\":\"Tom\",\"lives\":9}"
            )
        )
    }

    @Test func jsonBody() async throws {
        let transport = MemoryTransport(status: 202)
        let output = try await client(transport).animals.add(
            .dog(Dog(kind: "hound", name: "Rex", trick: .jump(Jump(height: 1.5))))
        )
        #expect(await transport.body == #"{"kind":"hound","name":"Rex","trick":{"height":1.5}}"#)
        guard case .accepted = output else { throw Unexpected() }
    }

    struct Unexpected: Error {}
}
