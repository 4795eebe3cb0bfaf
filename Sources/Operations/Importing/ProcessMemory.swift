internal import CMalloc

/// The C library's memory of this process.
public enum ProcessMemory {
    /// Lets threads use what another has given back, which takes a seventh off the most that a long import holds. Call it
    /// before threads begin; without glibc nothing changes.
    public static func share() {
        _ = genklang_share_memory()
    }
}
