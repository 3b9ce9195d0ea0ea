extension ReceivedRequest {
    var json: JSON {
        let headers = headers.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: .string($0.value)) }
        let query = query.map { item -> JSON in ["name": .string(item.name), "value": .string(item.value ?? "")] }
        return [
            "operation": operation.map(JSON.string) ?? .null,
            "method": .string(method),
            "path": .string(path),
            "query": .array(query),
            "headers": .object(headers),
            "body": .string(String(decoding: body, as: UTF8.self)),
        ]
    }
}
