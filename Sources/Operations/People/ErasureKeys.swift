import Crypto
import Dispatch
public import Registers
public import Storage

/// The key under which erased addresses are remembered: 32 random bytes in `FOLDER/erasures.key`, outside the store and
/// its backups. Whoever has the store alone cannot tell which addresses were erased.
public struct ErasureKeys: Sendable {
    private let folder: String
    private static let fingerprintName = "erasure-key"

    public init(folder: String) {
        self.folder = folder
    }

    /// The erased addresses of a board, as something that can be asked. Nothing is read of the key where nobody was
    /// erased.
    ///
    /// - Throws: ``PseudonymKeyError`` for a key that is lost or another one: then nobody could be recognised, and a
    ///   list must not be imported.
    public func addresses(of board: BoardID, store: any StorageDriver) async throws -> ErasedAddresses {
        let hashes = try await store.read { try ErasureRecords.hashes(board: board, in: $0) }
        guard !hashes.isEmpty else { return ErasedAddresses(board: board, key: nil, hashes: []) }
        return ErasedAddresses(board: board, key: try await key(store: store, mayMake: false), hashes: hashes)
    }

    /// The hash that is kept of an address.
    func hash(of addressKey: String, board: BoardID, store: any StorageDriver) async throws -> [UInt8] {
        ErasedAddresses(board: board, key: try await key(store: store, mayMake: true), hashes: []).hash(addressKey)
    }

    private func key(store: any StorageDriver, mayMake: Bool) async throws -> SymmetricKey {
        let path = "\(folder)/erasures.key"
        let known = try await store.read { try MetaRecords.value(Self.fingerprintName, in: $0) }
        let file = SecretFile(path: path)
        let bytes = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try file.bytes(mayMake: mayMake && known == nil) })
            }
        }
        let key = SymmetricKey(data: bytes)
        let fingerprint = HMAC<SHA256>.authenticationCode(for: Array("fingerprint".utf8), using: key)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        guard let known else {
            try await store.write { try MetaRecords.put(Self.fingerprintName, fingerprint, in: $0) }
            return key
        }
        guard known == fingerprint else { throw PseudonymKeyError.exchanged(path) }
        return key
    }
}

/// The addresses of a board that belong to nobody any more.
public struct ErasedAddresses: Sendable {
    private let board: BoardID
    private let key: SymmetricKey?
    private let hashes: Set<[UInt8]>

    init(board: BoardID, key: SymmetricKey?, hashes: Set<[UInt8]>) {
        self.board = board
        self.key = key
        self.hashes = hashes
    }

    /// Nobody was erased.
    static let none = ErasedAddresses(board: BoardID(""), key: nil, hashes: [])

    public var isEmpty: Bool { hashes.isEmpty }

    /// - Parameter addressKey: as `EmailAddress.key`.
    public func contains(_ addressKey: String) -> Bool {
        guard !hashes.isEmpty else { return false }
        if hashes.contains(hash(addressKey)) { return true }
        // An address that a list may write with or without diacritics before the sign is one person's.
        guard let at = addressKey.utf8.lastIndex(of: UInt8(ascii: "@")),
            !addressKey[..<at].utf8.allSatisfy({ $0 < 0x80 })
        else { return false }
        return hashes.contains(hash(Fold.folded(String(addressKey[..<at])) + addressKey[at...]))
    }

    /// HMAC-SHA256(key, board and address).
    func hash(_ addressKey: String) -> [UInt8] {
        guard let key else { return [] }
        let message = "\(board.rawValue.utf8.count):\(board.rawValue)\(addressKey)"
        return Array(HMAC<SHA256>.authenticationCode(for: Array(message.utf8), using: key))
    }
}
