extension BrowserTab {
    /// Of the left button, in CSS pixels of the window's page.
    func click(x: Double, y: Double) async throws {
        let steps: [(String, Int, Int)] = [("mouseMoved", 0, 0), ("mousePressed", 1, 1), ("mouseReleased", 0, 1)]
        for (type, buttons, clicks) in steps {
            _ = try await call(
                "Input.dispatchMouseEvent",
                [
                    "type": .string(type), "x": .number(x), "y": .number(y), "buttons": .integer(buttons),
                    "button": clicks > 0 ? "left" : "none", "clickCount": .integer(clicks),
                ])
        }
    }

    /// `frame`: which one has the focus; nil for the page itself.
    func press(_ key: Key, in frame: PageFrame? = nil) async throws {
        for type in ["keyDown", "keyUp"] {
            var params: JSON = [
                "type": .string(type), "key": .string(key.name), "code": .string(key.name),
                "windowsVirtualKeyCode": .integer(key.number), "nativeVirtualKeyCode": .integer(key.number),
            ]
            if type == "keyDown", let text = key.text { params = params.setting("text", to: .string(text)) }
            _ = try await within(frame) { [params] in
                try await connection.call("Input.dispatchKeyEvent", params, session: frame?.session ?? session)
            }
        }
    }

    /// Into what has the focus, as if pasted: fields of any framework notice it.
    func insert(_ text: Secret, in frame: PageFrame? = nil) async throws {
        _ = try await within(frame) {
            try await connection.call(
                "Input.insertText", ["text": .string(text.reveal())], session: frame?.session ?? session)
        }
    }
}
