internal import CMalloc

/// The C library's memory of this process.
public enum ProcessMemory {
    /// Lets threads use what another has given back, so that a long import holds less at once. Call it before threads
    /// begin.
    public static func share() {
        _ = genklang_share_memory()
    }
}
