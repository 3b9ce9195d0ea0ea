extension ReceivedRequest {
    /// The request as it is listed, with the query of its callback's URL masked.
    var json: JSON {
        let headers = headers.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: .string($0.value)) }
        let query = query.map { item -> JSON in ["name": .string(item.name), "value": .string(item.value ?? "")] }
        return [
            "operation": operation.map(JSON.string) ?? .null,
            "method": .string(method),
            "path": .string(path),
            "query": .array(query),
            "headers": .object(headers),
            "body": .string(listedBody),
        ]
    }

    private var listedBody: String {
        guard let json = try? JSON(parsing: body), let url = json["callback_url"]?.string, url != url.maskingQuery else {
            return String(decoding: body, as: UTF8.self)
        }
        let members = json.members.map { member in
            member.name == "callback_url" ? JSON.Member(name: member.name, value: .string(url.maskingQuery)) : member
        }
        return JSON.object(members).text
    }
}
