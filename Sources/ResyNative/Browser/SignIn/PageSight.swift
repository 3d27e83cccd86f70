internal import ResyDomain

/// What a page shows at one moment: what can be pressed and filled in, and words that tell where one is.
///
/// All of its text was written by others; none of it is the content of a field.
struct PageSight: Sendable, Equatable {
    struct Frame: Sendable, Equatable {
        var source: String
        var title: String
        /// It is all or part of what a box above the page shows.
        var isInDialog = false

        /// A person is asked there to prove to be one.
        var isChallenge: Bool { PageSight.namesChallenge(source + " " + title) }
    }

    /// Changes when anything here does.
    var mark: String
    var isLoaded = true
    var title = ""
    /// The first words of the page.
    var opening = ""
    var headings: [String] = []
    /// What the page says about what was filled in.
    var alerts: [String] = []
    var controls: [PageControl] = []
    /// How many boxes lie above the page, with or without anything to press in them; notices apart.
    var boxes = 0
    /// Visible frames of some size.
    var frames: [Frame] = []

    func first(_ meaning: PageControl.Meaning, _ fits: (PageControl) -> Bool = { _ in true }) -> PageControl? {
        let fitting = controls.filter { $0.means(meaning) && !$0.isInNotice && fits($0) }
        // What lies on top is what a person would use.
        return fitting.first { !$0.isCovered } ?? fitting.first
    }

    func has(_ meaning: PageControl.Meaning) -> Bool { first(meaning) != nil }

    /// The button for what stands in a field: in the same dialog and after it, since a page may have others that say the same.
    func submit(near field: PageControl) -> PageControl? {
        let buttons = controls.filter { $0.means(.submit) && $0.dialog == field.dialog && !$0.isInNotice }
        return buttons.first { $0.index > field.index } ?? buttons.first { $0.type == "submit" }
    }

    /// A field for a code, or a row of boxes for its digits.
    var wantsCode: Bool {
        if has(.code) { return true }
        let boxes = controls.filter { $0.isCodeBox && !$0.isInNotice }
        return Dictionary(grouping: boxes, by: \.dialog).values.contains { (4...10).contains($0.count) }
    }

    var hasChallenge: Bool { frames.contains { $0.isChallenge } }

    static func namesChallenge(_ text: String) -> Bool {
        let words = text.lowercased()
        return ["captcha", "arkose", "funcaptcha", "turnstile", "challenge"].contains { words.contains($0) }
    }

    /// Takes in what a frame shows, as a box of its own.
    mutating func add(_ inner: PageSight, of frame: PageFrame) {
        let first = 1 + (controls.compactMap(\.dialog).max() ?? -1)
        for var control in inner.controls {
            control.frame = frame
            // Where the frame has boxes within, they are others than what stands beside them.
            control.dialog = first + (control.dialog.map { $0 + 1 } ?? 0)
            controls.append(control)
        }
        boxes += inner.boxes
        frames += inner.frames
        alerts += inner.alerts
        headings += inner.headings
        isLoaded = isLoaded && inner.isLoaded
        mark += "+" + inner.mark
    }

    /// A guard's page in place of the site: nothing to press, and words that such pages have.
    var isBlockPage: Bool {
        guard !controls.contains(where: { $0.kind == .field }) else { return false }
        let words = (title + " " + opening).lowercased()
        return [
            "access denied", "access to this page has been denied", "request unsuccessful", "incident id",
            "pardon our interruption", "you have been blocked", "403 forbidden", "error 15", "unusual traffic",
        ].contains { words.contains($0) }
    }

    /// By its title or a heading: a page of its own for signing in, where an address is asked for to do just that.
    var isSignInPage: Bool {
        ([title] + headings).contains { text in
            let words = text.lowercased()
            return ["log in", "login", "sign in", "signin", "welcome back"].contains { words.contains($0) }
        }
    }

    /// Headings and button texts, cleaned, for an error that says what was seen.
    func summary(_ redactor: Redactor) -> String {
        let buttons = controls.filter { $0.kind == .button && !$0.label.isEmpty }.map(\.label)
        let parts = [("headings", headings), ("buttons", buttons)].compactMap { name, texts -> String? in
            let shown = texts.prefix(8).map { "\u{201C}\(redactor.cleanLine($0, to: 40))\u{201D}" }
            return shown.isEmpty ? nil : "\(name) \(shown.joined(separator: ", "))"
        }
        return parts.isEmpty ? "nothing to press and no heading" : parts.joined(separator: "; ")
    }
}

extension PageSight {
    /// From the answer of `PageScript.look`; parts that are missing count as empty.
    init(_ answer: JSON) throws(JSONError) {
        mark = try answer["mark"].label
        isLoaded = (try? answer.optional("loaded")?.flag) ?? true
        title = Self.text(answer, "title")
        opening = Self.text(answer, "opening")
        headings = ((try? answer.optional("headings")?.items) ?? []).compactMap { try? $0.words }
        alerts = ((try? answer.optional("alerts")?.items) ?? []).compactMap { try? $0.words }
        frames = ((try? answer.optional("frames")?.items) ?? []).map {
            Frame(source: Self.text($0, "source"), title: Self.text($0, "title"), isInDialog: Self.flag($0, "inDialog"))
        }
        boxes = (try? answer.optional("boxes")?.integer) ?? 0
        controls = ((try? answer.optional("controls")?.items) ?? []).enumerated().compactMap { index, item in
            guard let kind = PageControl.Kind(rawValue: Self.text(item, "kind")) else { return nil }
            return PageControl(
                index: index, kind: kind, type: Self.text(item, "type"), autocomplete: Self.text(item, "autocomplete"),
                length: (try? item.optional("length")?.integer).flatMap { $0 > 0 ? $0 : nil },
                isNumeric: Self.flag(item, "numeric"),
                label: Self.text(item, "label"), placeholder: Self.text(item, "placeholder"),
                hints: Self.text(item, "hints"), dialog: try? item.optional("dialog")?.integer,
                isInNotice: Self.flag(item, "notice"), isCovered: Self.flag(item, "covered"),
                isFilled: Self.flag(item, "filled"), isEnabled: !Self.flag(item, "disabled"))
        }
    }

    private static func text(_ json: JSON, _ key: String) -> String { (try? json.optional(key)?.words) ?? "" }
    private static func flag(_ json: JSON, _ key: String) -> Bool { (try? json.optional(key)?.flag) ?? false }
}
