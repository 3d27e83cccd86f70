internal import ResyDomain

/// One thing on a page that a person could fill in or press; what it holds is never read.
struct PageControl: Sendable, Equatable {
    enum Kind: String, Sendable { case field, button }

    /// The document that it is in; nil for the page's own.
    var frame: PageFrame?
    /// Its place in the order in which `PageScript` counts them.
    var index: Int
    var kind: Kind
    /// An input's `type`, in lower case; empty for anything else.
    var type = ""
    var autocomplete = ""
    /// How many characters it takes; nil for any number.
    var length: Int?
    /// It asks for digits.
    var isNumeric = false
    /// As assistive technology names it: its label, `aria-label` or text.
    var label: String
    var placeholder = ""
    /// What developers called it: id, name, classes, test id.
    var hints = ""
    /// The dialog it stands in; nil outside of all.
    var dialog: Int?
    /// Part of a cookie or consent notice.
    var isInNotice = false
    /// Something else lies above it.
    var isCovered = false
    /// It holds some text; which, is not known.
    var isFilled = false
    var isEnabled = true
}

/// What a control is for, as far as a sign-in cares.
extension PageControl {
    enum Meaning: Sendable, Hashable {
        case email, password, phone, code
        /// Opens the sign-in.
        case logIn
        /// Leads from the phone number to e-mail and password, or at least to e-mail.
        case usePassword, useEmail
        case submit
        /// Puts a notice or an announcement out of the way.
        case dismiss
        /// Unfolds the site's navigation in a narrow window.
        case menu
    }

    func means(_ meaning: Meaning) -> Bool {
        guard isEnabled else { return false }
        return kind == .field ? fieldMeaning == meaning : buttonMeanings.contains(meaning)
    }

    /// Type first, then what the page tells browsers and people, and what developers called it last.
    private var fieldMeaning: Meaning? {
        if autocomplete.contains("one-time-code") { return .code }
        // One of a row, if anything: see `PageSight.wantsCode`.
        if length == 1 { return nil }
        switch type {
        case "password": return .password
        case "email": return .email
        case "tel": return Self.read(label, placeholder) ?? .phone
        case "search", "checkbox", "radio", "date", "file": return nil
        default: break
        }
        for word in autocomplete.split(separator: " ") {
            switch word {
            case "current-password", "new-password": return .password
            case "email", "username": return .email
            case let word where word.hasPrefix("tel"): return .phone
            default: continue
            }
        }
        return Self.read(label, placeholder) ?? Self.read(hints)
    }

    /// It may be one box of a code that is typed digit by digit.
    var isCodeBox: Bool {
        guard kind == .field, isEnabled, ["", "text", "tel", "number", "password"].contains(type) else { return false }
        if length == 1 { return true }
        // Where no length is told, each asks for digits and has no other meaning.
        return length == nil && isNumeric && (autocomplete.isEmpty || autocomplete == "off") && placeholder.count <= 1
            && Self.read(label) != .phone
    }

    private static func read(_ texts: String...) -> Meaning? {
        for text in texts.map({ $0.lowercased() }) where !text.isEmpty {
            if text.containsWord(of: ["code", "passcode", "otp"]), !text.containsWord(of: ["zip", "postal", "promo"]) {
                return .code
            }
            if text.contains("password") { return .password }
            if text.contains("email") || text.contains("e-mail") { return .email }
            if text.containsWord(of: ["phone", "mobile"]) { return .phone }
        }
        return nil
    }

    private var buttonMeanings: Set<Meaning> {
        let said = label.lowercased()
        let named = hints.lowercased()
        var found: Set<Meaning> = []
        let entry = ["log in", "login", "sign in", "signin"]
        let isEntry = entry.contains { said == $0 || said.hasPrefix($0 + " ") || said.hasPrefix($0 + "/") }
        let isOther = said.containsWord(of: ["forgot", "reset", "show", "hide", "create", "set", "change", "google"])
        if said.contains("password"), !isOther {
            found.insert(.usePassword)
        } else if said.contains("email") || said.contains("e-mail"), !said.contains("code"), !isOther,
            isEntry || said.containsWord(of: ["use", "continue", "with"])
        {
            found.insert(.useEmail)
        }
        if found.isEmpty, isEntry || (said.isEmpty && (named.contains("log_in") || named.contains("login"))) {
            found.formUnion([.logIn, .submit])
        }
        if type == "submit" || ["continue", "submit", "next", "go"].contains(said) { found.insert(.submit) }
        if Self.goodbyes.contains(said) || (said.count <= 1 && named.contains("close")) { found.insert(.dismiss) }
        let isMenu = said == "menu" || said == "open menu" || (said.isEmpty && named.contains("menu"))
        if found.isEmpty, isMenu { found.insert(.menu) }
        return found
    }

    /// How willingly a notice is answered so: least is given away first. Nil for no such button.
    var dismissalRank: Int? {
        guard means(.dismiss) else { return nil }
        return Self.goodbyes.firstIndex(of: label.lowercased()) ?? Self.goodbyes.count
    }

    private static let goodbyes = [
        "reject all", "reject", "decline all", "decline", "deny", "only necessary", "necessary only",
        "use necessary cookies only", "no thanks", "no, thanks", "not now", "maybe later", "skip", "close", "dismiss",
        "\u{D7}", "\u{2715}", "x", "got it", "ok", "okay", "i understand", "agree", "i agree", "accept", "accept all",
        "accept cookies", "accept all cookies", "allow all",
    ]
}

extension String {
    /// One of the words, not merely their letters within another.
    fileprivate func containsWord(of words: [String]) -> Bool {
        split(whereSeparator: { !$0.isLetter && $0 != "-" }).contains { words.contains(String($0)) }
    }
}
