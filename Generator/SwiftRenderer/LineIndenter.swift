import SwiftSyntax

/// Moves a declaration or statement to the right, one step, line by line.
///
/// Interpolating a node into a literal at the beginning of a line would do the same and touch every token to that end; most of the time of
/// a run went there. This touches the first token of each line.
final class LineIndenter: SyntaxRewriter {
    private var isAtLineStart = true

    /// The node as it stands in the body of a type or function, after so many line breaks.
    static func indent<Node: SyntaxProtocol>(_ node: Node, afterLineBreaks count: Int) -> Node {
        let indented = LineIndenter().rewrite(node).as(Node.self) ?? node
        return indented.with(\.leadingTrivia, .newlines(count) + indented.leadingTrivia)
    }

    override func visit(_ token: TokenSyntax) -> TokenSyntax {
        let startsLine = isAtLineStart || token.leadingTrivia.contains { $0.isNewline }
        guard startsLine else {
            isAtLineStart = token.endsLine
            return token
        }
        var pieces: [TriviaPiece] = []
        for piece in token.leadingTrivia.pieces {
            if piece.isNewline {
                isAtLineStart = true
            } else if isAtLineStart {
                pieces.append(.spaces(4))
                isAtLineStart = false
            }
            pieces.append(piece)
        }
        if isAtLineStart { pieces.append(.spaces(4)) }
        isAtLineStart = token.endsLine
        return token.with(\.leadingTrivia, Trivia(pieces: pieces))
    }
}

extension TokenSyntax {
    /// Whether what follows stands on a new line; so it is within a literal of several lines.
    fileprivate var endsLine: Bool {
        text.utf8.last == UInt8(ascii: "\n") || trailingTrivia.contains { $0.isNewline }
    }
}
