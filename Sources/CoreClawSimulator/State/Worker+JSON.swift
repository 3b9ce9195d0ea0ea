extension Worker {
    /// The Worker in a store or Worker list.
    func summary(_ options: SimulatorOptions) -> JSON {
        [
            "description": .string(description),
            "name": .string(name),
            "path": .string(path(options)),
            "slug": .string(slug),
            "title": .string(title),
            "username": .string(owner),
        ]
    }

    var detail: JSON {
        [
            "name": .string(name),
            "parameters": ["custom": schema.json, "system": Self.system(withRegion: true)],
            "readme": .string(readme),
            "username": .string(owner),
            "version": .string(version),
        ]
    }

    var v1Summary: JSON {
        ["slug": .string(slug), "title": .string(title), "description": .string(description)]
    }

    var v1Detail: JSON {
        [
            "parameters": ["system": Self.system(withRegion: false), "custom": schema.json],
            "readme": .string(readme),
            "version": .string(version),
        ]
    }

    func path(_ options: SimulatorOptions) -> String {
        switch options.workerPath {
        case .slash: "\(owner)/\(name)"
        case .tilde: "\(owner)~\(name)"
        }
    }

    private static func system(withRegion: Bool) -> JSON {
        .object(
            optional: [
                ("cpus", .double(0.125)),
                ("memory", 512),
                ("execute_limit_time_seconds", 1800),
                ("max_total_charge", 0),
                ("max_total_traffic", 0),
                ("proxy_region", withRegion ? "US" : nil),
            ]
        )
    }
}
