internal import CZip

/// A zip archive in memory. Not sendable: libzip's handles belong to one thread at a time.
final class ZipArchive {
    private let handle: OpaquePointer
    private let bytes: UnsafeMutableRawBufferPointer
    let limits: WorkbookLimits
    /// What all parts together may still unpack to.
    private var bytesLeft: Int

    init(_ content: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
        guard content.count <= limits.packedBytes else {
            throw .tooLarge(part: "zip", limitInBytes: limits.packedBytes)
        }
        // Before libzip makes an entry for each.
        guard ZipDirectoryEnd.parts(content) <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
        bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
        bytes.copyBytes(from: content)
        self.limits = limits
        bytesLeft = limits.unpackedBytes
        guard let handle = ZipArchive.open(bytes) else {
            bytes.deallocate()
            throw .damaged(part: "the archive")
        }
        self.handle = handle
        guard zip_get_num_entries(handle, 0) <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
    }

    deinit {
        zip_discard(handle)
        bytes.deallocate()
    }

    private static func open(_ bytes: UnsafeMutableRawBufferPointer) -> OpaquePointer? {
        guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, nil) else {
            return nil
        }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            return nil
        }
        return handle
    }

    func holds(_ part: String) -> Bool {
        zip_name_locate(handle, part, 0) >= 0
    }

    /// Opens a part for reading. The sizes that the archive states are checked here, and what is really unpacked is
    /// checked by the part as it is read.
    ///
    /// - Parameter isStructure: whether it is one of those that are held to ``WorkbookLimits/structureBytes``.
    func part(_ name: String, isStructure: Bool = false) throws(WorkbookError) -> ZipPart {
        let index = zip_name_locate(handle, name, 0)
        guard index >= 0 else { throw .missing(part: name) }
        var stat = zip_stat_t()
        guard zip_stat_index(handle, zip_uint64_t(index), 0, &stat) == 0 else { throw .damaged(part: name) }
        guard stat.encryption_method == ZIP_EM_NONE else { throw .encrypted }
        guard stat.size <= bytesLeft else { throw .tooLarge(part: name, limitInBytes: limits.unpackedBytes) }
        let size = Int(stat.size)
        guard !isStructure || size <= limits.structureBytes else {
            throw .tooLarge(part: name, limitInBytes: limits.structureBytes)
        }
        // No part is packed into more than there is, whatever it says.
        let packed = min(stat.comp_size, zip_uint64_t(bytes.count))
        if size > 1 << 20, stat.size / zip_uint64_t(max(1, limits.packingRatio)) > packed {
            throw .packedTooTightly(part: name, limit: limits.packingRatio)
        }
        bytesLeft -= size
        guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else { throw .damaged(part: name) }
        return ZipPart(file, name: name, size: size, archive: self)
    }
}

/// The records that end an archive's directory.
enum ZipDirectoryEnd {
    private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    /// Without the comment that may follow, of up to 65 535 bytes.
    private static let size = 22

    /// How many parts the archive says it has: the largest number of any record that may be its end. 65 535 where the
    /// number does not fit, as in the archives of more than that.
    static func parts(_ content: [UInt8]) -> Int {
        let tail = content.suffix(size + 0xFFFF)
        guard var place = tail.indices.last.map({ $0 - size + 1 }) else { return 0 }
        var parts = 0
        while place >= tail.startIndex {
            if tail[place] == signature[0], tail[place...].starts(with: signature) {
                parts = max(parts, Int(tail[place + 10]) | Int(tail[place + 11]) << 8)
            }
            place -= 1
        }
        return parts
    }
}

/// A part of an archive, unpacked piece by piece. It gives no more than its stated size.
final class ZipPart {
    let name: String
    private let file: OpaquePointer
    private var left: Int
    /// The part's first bytes, as far as it has been read.
    private var head: [UInt8] = []
    private static let headSize = 4_096
    /// Keeps the archive's memory.
    private let archive: ZipArchive

    init(_ file: OpaquePointer, name: String, size: Int, archive: ZipArchive) {
        self.file = file
        self.name = name
        left = size
        self.archive = archive
    }

    deinit {
        zip_fclose(file)
    }

    /// Whether a document type is declared at the part's beginning: its entities may end the reading before the
    /// declaration itself is met.
    var declaresType: Bool { String(decoding: head, as: UTF8.self).contains("<!DOCTYPE") }

    /// Fills a buffer; returns the number of bytes, 0 at the end and -1 where the part is damaged or longer than
    /// it says.
    func read(into buffer: UnsafeMutableRawPointer, count: Int) -> Int {
        let read = Int(zip_fread(file, buffer, zip_uint64_t(max(0, count))))
        guard read <= left else { return -1 }
        left -= max(0, read)
        if read > 0, head.count < Self.headSize {
            head += UnsafeRawBufferPointer(start: buffer, count: read).prefix(Self.headSize - head.count)
        }
        return read
    }
}
