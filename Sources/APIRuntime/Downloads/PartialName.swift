/// The hidden names beside a file under which it is written until it is complete: `.places.csv.download-1` for `places.csv`.
struct PartialName: Sendable {
    /// The longest name on the usual file systems, in bytes.
    private static let longest = 255
    private static let ending = ".download-"
    /// The room for a number and for the ending of a record.
    private static let reserve = 9

    /// The folder with its last slash; empty for the working directory.
    let folder: String
    private let stem: String

    init(target path: String) {
        // As a `Character` the separator hides behind the accent of a name that begins with one.
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.utf8.startIndex
        folder = String(decoding: path.utf8[..<start], as: UTF8.self)
        stem = folder + "." + Self.fitting(String(decoding: path.utf8[start...], as: UTF8.self)) + Self.ending
    }

    func path(_ number: Int) -> String { stem + number.description }

    /// A name as it is, or a beginning of it that nothing but this name has.
    private static func fitting(_ name: String) -> String {
        let room = longest - 1 - ending.utf8.count - reserve
        guard name.utf8.count > room else { return name }
        let digest = "-" + SHA256.hexadecimal(name).prefix(16)
        var rest = room - digest.utf8.count
        let beginning = name.unicodeScalars.prefix { scalar in
            rest -= UTF8.width(scalar)
            return rest >= 0
        }
        return String(String.UnicodeScalarView(beginning)) + digest
    }
}
