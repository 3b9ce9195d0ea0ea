/// A region that a run can be sent through.
enum ProxyRegion {
    private static let languages = ["en", "zh", "ja", "ko", "fr", "de", "es"]

    /// Code, then the name in each of the languages.
    private static let table: [(code: String, names: [String])] = [
        ("US", ["United States", "美国", "アメリカ合衆国", "미국", "États-Unis", "Vereinigte Staaten", "Estados Unidos"]),
        ("DE", ["Germany", "德国", "ドイツ", "독일", "Allemagne", "Deutschland", "Alemania"]),
        ("GB", ["United Kingdom", "英国", "イギリス", "영국", "Royaume-Uni", "Vereinigtes Königreich", "Reino Unido"]),
        ("FR", ["France", "法国", "フランス", "프랑스", "France", "Frankreich", "Francia"]),
        ("ES", ["Spain", "西班牙", "スペイン", "스페인", "Espagne", "Spanien", "España"]),
        ("IT", ["Italy", "意大利", "イタリア", "이탈리아", "Italie", "Italien", "Italia"]),
        ("NL", ["Netherlands", "荷兰", "オランダ", "네덜란드", "Pays-Bas", "Niederlande", "Países Bajos"]),
        ("CA", ["Canada", "加拿大", "カナダ", "캐나다", "Canada", "Kanada", "Canadá"]),
        ("BR", ["Brazil", "巴西", "ブラジル", "브라질", "Brésil", "Brasilien", "Brasil"]),
        ("JP", ["Japan", "日本", "日本", "일본", "Japon", "Japan", "Japón"]),
        ("KR", ["South Korea", "韩国", "韓国", "대한민국", "Corée du Sud", "Südkorea", "Corea del Sur"]),
        ("SG", ["Singapore", "新加坡", "シンガポール", "싱가포르", "Singapour", "Singapur", "Singapur"]),
        ("IN", ["India", "印度", "インド", "인도", "Inde", "Indien", "India"]),
        ("AU", ["Australia", "澳大利亚", "オーストラリア", "호주", "Australie", "Australien", "Australia"]),
    ]

    /// The regions with their names in a language; any other language means English.
    static func all(in language: String) -> [JSON] {
        let column = languages.firstIndex(of: language) ?? 0
        return table.map { ["code": .string($0.code), "name": .string($0.names[column])] }
    }
}
