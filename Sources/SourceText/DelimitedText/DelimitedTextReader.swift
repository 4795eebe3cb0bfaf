/// Reads one record after another of a ``DelimitedText``.
public struct DelimitedTextReader: IteratorProtocol, Sendable {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var position: Int
    private var line: Int
    private var columns = 8

    private static let quote: UInt8 = 0x22
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    init(_ text: DelimitedText) {
        bytes = text.bytes
        separator = text.separator
        position = text.start
        line = text.firstLine
    }

    /// Where the next record begins, in bytes.
    public var offset: Int { position }

    public mutating func next() -> DelimitedText.Record? {
        guard position < bytes.count else { return nil }
        return bytes.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ buffer: UnsafeBufferPointer<UInt8>) -> DelimitedText.Record {
        var record = DelimitedText.Record(line: line, endLine: line, cells: [])
        record.cells.reserveCapacity(columns)
        while true {
            if position < buffer.count, buffer[position] == Self.quote {
                record.cells.append(quotedCell(buffer, &record))
            } else {
                record.cells.append(plainCell(buffer))
            }
            guard position < buffer.count, buffer[position] == separator else { break }
            position += 1
        }
        record.endLine = line
        takeLineBreak(buffer)
        columns = record.cells.count
        return record
    }

    /// Text up to the next separator or line break.
    private mutating func plainCell(_ buffer: UnsafeBufferPointer<UInt8>) -> String {
        let start = position
        skipPlain(buffer)
        return Self.text(buffer, start..<position)
    }

    private mutating func skipPlain(_ buffer: UnsafeBufferPointer<UInt8>) {
        while position < buffer.count {
            let byte = buffer[position]
            if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { return }
            position += 1
        }
    }

    private mutating func quotedCell(
        _ buffer: UnsafeBufferPointer<UInt8>, _ record: inout DelimitedText.Record
    ) -> String {
        let opening = position
        let openingLine = line
        position += 1
        var pieces: [Range<Int>] = []
        var start = position
        while position < buffer.count {
            switch buffer[position] {
            case Self.quote:
                if position + 1 < buffer.count, buffer[position + 1] == Self.quote {
                    pieces.append(start..<position + 1)
                    position += 2
                    start = position
                    continue
                }
                if line > openingLine, !isCellEnd(buffer, position + 1) {
                    return unquotedCell(buffer, &record, opening, openingLine)
                }
                pieces.append(start..<position)
                position += 1
                let rest = position
                skipPlain(buffer)
                if rest < position { pieces.append(rest..<position) }
                if pieces.count == 1, let only = pieces.first { return Self.text(buffer, only) }
                return pieces.reduce(into: "") { $0 += Self.text(buffer, $1) }
            case Self.lineFeed, Self.carriageReturn:
                takeLineBreak(buffer)
            default:
                position += 1
            }
        }
        return unquotedCell(buffer, &record, opening, openingLine)
    }

    /// Goes back to a quote that nothing closes and reads it as a character. Up to the place that was reached, every
    /// later quote is doubled and so no other cell comes that far again: the file is read at most twice.
    private mutating func unquotedCell(
        _ buffer: UnsafeBufferPointer<UInt8>, _ record: inout DelimitedText.Record, _ opening: Int,
        _ openingLine: Int
    ) -> String {
        position = opening
        line = openingLine
        record.hasUnclosedQuote = true
        return plainCell(buffer)
    }

    private func isCellEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard place < buffer.count else { return true }
        return buffer[place] == separator || buffer[place] == Self.lineFeed || buffer[place] == Self.carriageReturn
    }

    private mutating func takeLineBreak(_ buffer: UnsafeBufferPointer<UInt8>) {
        guard position < buffer.count else { return }
        let isReturn = buffer[position] == Self.carriageReturn
        guard isReturn || buffer[position] == Self.lineFeed else { return }
        position += 1
        if isReturn, position < buffer.count, buffer[position] == Self.lineFeed { position += 1 }
        line += 1
    }

    private static func text(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        range.isEmpty ? "" : String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
    }
}
