public import Wording

/// A person's name as people read it; files of data leave a missing name empty.
public enum ShownName {
    public static func text(_ name: String) -> LocalizedText {
        name.isEmpty ? LocalizedText("(namn saknas)", "(no name)") : LocalizedText(name, name)
    }
}
