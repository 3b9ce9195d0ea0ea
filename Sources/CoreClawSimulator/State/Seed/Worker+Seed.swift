extension Worker {
    static let maps = Worker(
        slug: SeededWorkers.maps,
        owner: "coreclaw",
        name: "google-maps-scraper",
        title: "Google Maps Scraper",
        description: "Map listings",
        readme:
            "# Google Maps Scraper\n\nFinds places by keyword.\n\n| Field | Meaning |\n|---|---|\n| `keywords` | Search terms |",
        versions: ["v1.0.5", "v1.2.6"],
        isPublic: true,
        isOwn: false,
        number: 32_691_492_635_151_360,
        schema: .maps,
        production: .perKeyword { .places($0, keywords: $1) }
    )

    static let demo = Worker(
        slug: SeededWorkers.demo,
        owner: "owner",
        name: "demo-worker",
        title: "Demo Worker",
        description: "Demo worker description",
        readme: "Demo worker readme",
        versions: ["v0.9.0", "v1.0.0"],
        isPublic: true,
        isOwn: true,
        number: 32_691_492_635_151_361,
        schema: .demo,
        production: .demo
    )

    static let news = Worker(
        slug: SeededWorkers.news,
        owner: "coreclaw",
        name: "news-collection",
        title: "News Collection 20260305",
        description: "News articles",
        readme: "# News Collection\n\nCollects articles.",
        versions: ["v1.0.5"],
        isPublic: true,
        isOwn: false,
        number: 32_691_492_635_151_362,
        schema: .news,
        production: .perKeyword { .articles($0, keywords: $1) }
    )

    static let profiles = Worker(
        slug: SeededWorkers.profiles,
        owner: "coreclaw",
        name: "instagram-profile-scraper",
        title: "Profiles By Profile URL",
        description: "Profiles with their latest posts",
        readme: "# Profiles\n\nReads a profile for each address.",
        versions: ["v1.0.1", "v1.0.2"],
        isPublic: true,
        isOwn: false,
        number: 32_708_435_341_606_912,
        schema: .profiles,
        production: Production { .profiles(Production.texts($0["profile_url"], named: "url")) }
    )

    static let idle = Worker(
        slug: SeededWorkers.withoutRuns,
        owner: "owner",
        name: "idle-worker",
        title: "Idle Worker",
        description: "A Worker that nobody has run",
        readme: "",
        versions: ["v0.1.0"],
        isPublic: false,
        isOwn: true,
        number: 32_691_492_635_151_363,
        schema: .none,
        production: .perKeyword { .places($0, keywords: $1) }
    )

    private static let subjects = ["Book", "Hotel", "Job", "Product", "Recipe", "Review", "Video", "Weather"]

    /// One of the Workers that fill the store.
    static func other(_ index: Int) -> Worker {
        let slug = SeededWorkers.other(index)
        let subject = subjects[index % subjects.count]
        let number = index / subjects.count + 1
        return Worker(
            slug: slug,
            owner: "catalog",
            name: "\(subject.lowercased())-scraper-\(number)",
            title: "\(subject) Scraper \(number)",
            description: "Collects \(subject.lowercased()) pages",
            readme: "# \(subject) Scraper",
            versions: ["v1.0.0"],
            isPublic: true,
            isOwn: false,
            number: Worker.number(of: slug),
            schema: .news,
            production: .perKeyword { .articles($0, keywords: $1) }
        )
    }

    /// A number of 17 digits that follows from a slug alone.
    static func number(of slug: String) -> Int64 {
        let hash = slug.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return 32_000_000_000_000_000 + Int64(hash % 900_000_000_000_000)
    }
}

extension Production {
    fileprivate static let demo = Production { custom in
        switch custom["keyword"]?.string {
        case "forbidden": return .errors(2)
        case "broken": throw RunFailure(description: "Navigation timeout of 30000 ms exceeded")
        default: return try Production.perKeyword { .places($0, keywords: $1) }.rows(custom)
        }
    }
}
