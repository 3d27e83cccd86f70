/// What of a page bears on a sign-in: what else moves there, a ticker or a row of pictures, neither answers a press nor
/// shows that the page is still at work.
struct PageLandmarks: Sendable, Equatable {
    /// One control as a person would tell it from others, and how it stands.
    private struct Mark: Sendable, Hashable {
        var name: String
        var isCovered: Bool
        var isFilled: Bool
        var isInBox: Bool
    }

    private var marks: [Mark: Int] = [:]
    /// How many boxes lie above the page, notices apart.
    private var boxes: Int
    private var frames: [PageSight.Frame]
    private var isLoaded: Bool

    init(_ sight: PageSight) {
        boxes = sight.boxes
        frames = sight.frames
        isLoaded = sight.isLoaded
        for control in sight.controls where !control.isInNotice {
            guard let name = Self.name(control) else { continue }
            let mark = Mark(
                name: name, isCovered: control.isCovered, isFilled: control.isFilled, isInBox: control.dialog != nil)
            marks[mark, default: 0] += 1
        }
    }

    /// More of these than there were.
    func hasMore(of control: PageControl, than before: PageLandmarks) -> Bool {
        guard let name = Self.name(control) else { return false }
        return count(name) > before.count(name)
    }

    /// A box has come above the page that was not there.
    func hasMoreBoxes(than before: PageLandmarks) -> Bool { boxes > before.boxes }

    private func count(_ name: String) -> Int {
        marks.filter { $0.key.name == name }.values.reduce(0, +)
    }

    /// Nil for what no step of a sign-in needs.
    private static func name(_ control: PageControl) -> String? {
        let parts: [PageControl.Meaning] = [.email, .password, .phone, .code, .usePassword, .useEmail, .logIn]
        return parts.first(where: control.means).map { "\($0) \(control.label) \(control.placeholder)" }
    }
}

extension PageSight {
    var landmarks: PageLandmarks { PageLandmarks(self) }
}
