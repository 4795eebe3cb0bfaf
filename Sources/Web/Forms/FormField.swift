/// Names of form fields that are not items; items begin with a letter, so none can be called this.
enum FormField {
    /// Which button was pressed.
    static let action = "_action"
    /// Which page of the survey is posted; without it the form holds every question.
    static let page = "_page"
    static let next = "next"
    static let back = "back"
    static let send = "send"
    static let save = "save"
    static let switchLanguage = "lang"
}
