import NIOCore

/// A zip container whose files are stored as they are, without compression.
struct ZipArchive {
    private var files = ByteBuffer()
    private var directory = ByteBuffer()
    private var count: UInt16 = 0

    /// The version of the format that can read this, 2.0.
    private static let version: UInt16 = 20

    mutating func add(_ name: String, _ text: String) {
        let offset = UInt32(clamping: files.writerIndex)
        files.writeInteger(0x0403_4b50, endianness: .little, as: UInt32.self)
        Self.describe(name, text, in: &files)
        files.writeString(name)
        files.writeString(text)

        directory.writeInteger(0x0201_4b50, endianness: .little, as: UInt32.self)
        directory.writeInteger(Self.version, endianness: .little)
        Self.describe(name, text, in: &directory)
        // No comment, on the first disk, no attributes of the kind inside and outside the container.
        directory.writeMultipleIntegers(UInt16(0), UInt16(0), UInt16(0), UInt32(0), endianness: .little)
        directory.writeInteger(offset, endianness: .little)
        directory.writeString(name)
        count &+= 1
    }

    /// The files, then the directory of them, then where the directory is.
    var bytes: [UInt8] {
        var archive = files
        archive.writeImmutableBuffer(directory)
        archive.writeInteger(0x0605_4b50, endianness: .little, as: UInt32.self)
        archive.writeMultipleIntegers(UInt16(0), UInt16(0), count, count, endianness: .little)
        archive.writeMultipleIntegers(
            UInt32(clamping: directory.readableBytes),
            UInt32(clamping: files.readableBytes),
            UInt16(0),
            endianness: .little
        )
        return Array(buffer: archive)
    }

    /// What stands both before a file and in the directory.
    private static func describe(_ name: String, _ text: String, in buffer: inout ByteBuffer) {
        // Names in UTF-8; method 0, which stores; 1 January 1980, so that the same files make the same container.
        let (flags, method, time, date) = (UInt16(0x0800), UInt16(0), UInt16(0), UInt16(0x0021))
        buffer.writeMultipleIntegers(version, flags, method, time, date, endianness: .little)
        // The size stands twice, with and without compression.
        let size = UInt32(clamping: text.utf8.count)
        buffer.writeMultipleIntegers(CRC32.checksum(of: text.utf8), size, size, endianness: .little)
        // The last number is the length of further fields, of which there are none.
        buffer.writeMultipleIntegers(UInt16(clamping: name.utf8.count), UInt16(0), endianness: .little)
    }
}
