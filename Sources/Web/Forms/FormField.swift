/// Names of form fields that are not items; items begin with a letter, so none can be called this.
enum FormField {
    /// Which button was pressed.
    static let action = "_action"
    static let send = "send"
    static let save = "save"
    static let switchLanguage = "lang"
}
