import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// Refuses what no route takes, before a byte of the body is read.
    func refuseEarly(limits: WebLimits) throws(Problem) {
        if let coding = headers[.contentEncoding], coding.lowercased() != "identity" {
            throw Problem(.compressedBody)
        }
        if let declared = headers[.contentLength].flatMap({ Int($0) }), declared > limits.bodySize {
            throw Problem(.tooLarge)
        }
    }

    /// The body, whole or not at all: one that ends before its Content-Length is refused, since a form cut in the
    /// middle still reads as a form.
    func wholeBody(limits: WebLimits) async throws -> [UInt8] {
        let buffer: ByteBuffer
        do {
            buffer = try await body.collect(upTo: limits.bodySize)
        } catch is NIOTooManyBytesError {
            throw Problem(.tooLarge)
        }
        if let declared = headers[.contentLength].flatMap({ Int($0) }), declared != buffer.readableBytes {
            throw Problem(.malformedRequest)
        }
        return Array(buffer.readableBytesView)
    }
}
