/// A backend whose whole store is one file, which can be copied while it is in use and put back.
public protocol StoreInFile: StorageDriver {
    var path: String { get }

    /// Writes a whole, consistent copy to a path where nothing is, readable by its owner alone, and returns when it
    /// is on the disk. Writes to the store go on beside it.
    func copy(to path: String) async throws

    /// Opens a file to read it, as a copy is verified. Changes nothing of it and beside it; writing throws.
    static func openForReading(path: String) async throws -> any StorageDriver

    /// Puts a copy in the place of the store, or where none is, and returns the path at which the old store now
    /// lies, if there was one. Throws ``StorageError/locked(by:)`` while any process has the store open.
    static func replace(_ path: String, withCopy copy: String, owner: String) async throws -> String?
}
