import Foundation

/// Standard output and standard error, written at once and whole.
enum Terminal {
    /// A line of the result, on standard output.
    static func line(_ text: String = "") {
        write(text + "\n", to: .standardOutput)
    }

    /// A line about the run, on standard error, so that a result can be piped.
    static func note(_ text: String) {
        write(text + "\n", to: .standardError)
    }

    /// Text without a line end, for a progress bar that is drawn over.
    static func draw(_ text: String) {
        write(text, to: .standardError)
    }

    static var showsProgress: Bool { isatty(2) == 1 }

    static var width: Int {
        var size = winsize()
        guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
        return Int(size.ws_col)
    }

    /// A closed pipe is the reader's choice and not an error worth a trap.
    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
