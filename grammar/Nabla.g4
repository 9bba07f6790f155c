// The language of Nabla. Files end in .nabla; README.md describes it by example.
//
// The grammar settles only what the text alone can settle. Whether `x(y + 1)` is a call or a
// product and whether `xy` is one name or two depends on what is declared: `resolve` decides that.
// Newlines reach the parser only where a statement ends (see `StatementLayout`).
grammar Nabla;

file
    : SEPARATOR* (statement (SEPARATOR+ statement)*)? SEPARATOR* EOF
    ;

// For rules and derivative texts.
loneExpression
    : SEPARATOR* expression SEPARATOR* EOF
    ;

statement
    : DIM size (',' size)*                                                  # dimensions
    | KEEP? name CALL variables? (';' parameters)? ')' resultIndices? '=' expression whereClause?
                                                                            # function
    | DERIVATIVE OF name CALL name ((',' | ';') name)* ')' (IN name)? IS expression
                                                                            # statedDerivative
    | RULE ruleName ':' expression IS expression (WHERE expression (',' expression)*)?
                                                                            # statedRule
    | name resultIndices? '=' expression whereClause?                       # namedValue
    ;

size
    : name '=' expression
    ;

ruleName
    : identifier ('-' identifier)*
    ;

variables
    : argumentDeclaration (',' argumentDeclaration)*
    ;

parameters
    : argumentDeclaration (',' argumentDeclaration)*
    ;

argumentDeclaration
    : (bound relation)? name (shape property?)? (relation sum)*
    ;

// What is known of an array: 'symmetric'.
property
    : IDENTIFIER
    ;

bound
    : '-'? NUMBER
    ;

shape
    : INDEX expression (',' expression)* ']'
    ;

resultIndices
    : INDEX indexDeclaration (',' indexDeclaration)* ']'
    ;

indexDeclaration
    : name ('=' sum '..' sum)?
    ;

whereClause
    : WHERE local (',' local)* ','?
    ;

local
    : name resultIndices? '=' expression
    ;

// ---- expressions, from the loosest binding to the tightest

expression
    : IF expression THEN expression ELSE expression                         # conditional
    | disjunction                                                           # plain
    ;

disjunction
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND negation)*
    ;

negation
    : NOT negation                                                          # not
    | comparison                                                            # affirmation
    ;

comparison
    : sum (relation sum)*
    ;

relation
    : '<' | '<=' | '≤' | '>' | '>=' | '≥' | '==' | '!=' | '≠'
    ;

sum
    : term (sign term)*
    ;

sign
    : '+' | '-' | '−'
    ;

term
    : signed (operator signed)*
    ;

operator
    : '*' | '/' | '.*' | './' | '·' | '⋅' | '×' | '÷' | '⊙'
    ;

// −x² is −(x²), so the sign binds looser than the power and than juxtaposition.
signed
    : sign signed                                                           # sign_
    | juxtaposition                                                         # unsigned
    ;

juxtaposition
    : power+
    ;

power
    : postfix (('^' | '**' | '.^') exponent)?
    ;

exponent
    : sign exponent                                                         # signedExponent
    | power                                                                 # plainExponent
    ;

postfix
    : primary suffix*
    ;

suffix
    : INDEX subscriptIndex (',' subscriptIndex)* ']'                        # subscript
    | SUPERSCRIPT                                                           # superscript
    | (PRIME | TRANSPOSE)                                                   # transpose
    ;

subscriptIndex
    : ':'                                                                   # wholeAxis
    | expression                                                            # oneIndex
    ;

primary
    : NUMBER                                                                # number
    | identifier CALL (argument ((',' | ';') argument)*)? ')'               # call
    | identifier                                                            # variable
    | '(' expression ')'                                                    # parentheses
    | '[' row (';' row)* ']'                                                # array
    | '√' primary                                                           # squareRoot
    ;

row
    : expression (',' expression)*
    ;

argument
    : identifier '=' sum '..' sum                                           # rangeArgument
    | expression                                                            # plainArgument
    ;

// A declared name may carry primes; in an expression a prime is a suffix until it is resolved.
name
    : identifier PRIME*
    ;

identifier
    : IDENTIFIER
    ;

DIM: 'dim';
WHERE: 'where';
IF: 'if';
THEN: 'then';
ELSE: 'else';
AND: 'and' | '&&' | '∧';
OR: 'or' | '||' | '∨';
NOT: 'not' | '¬';

// An opening parenthesis right behind an identifier: `StatementLayout` makes it of '('.
CALL
    : '\uE000('
    ;

// An opening bracket right behind what can have elements: `StatementLayout` makes it of '['. In
// `x[i]` it is an index, in `2[x, y]` a factor: to the grammar alone both would be both.
INDEX
    : '\uE001['
    ;

// Words that mean something only where a statement begins: `StatementLayout` makes them of names,
// so that `is` or `rule` may be a variable elsewhere.
KEEP: '\uE002keep';
DERIVATIVE: '\uE002derivative';
OF: '\uE002of';
IN: '\uE002in';
IS: '\uE002is';
RULE: '\uE002rule';

NUMBER
    : (DIGIT+ ('.' DIGIT+)? | '.' DIGIT+) ([eE] [+-]? DIGIT+)?
    ;

IDENTIFIER
    : LETTER (LETTER | DIGIT | '_' | SUBSCRIPT | MARK)*
    | '∑'
    | '∏'
    ;

SUPERSCRIPT
    : [⁺⁻]? ([⁰¹²³⁴⁵⁶⁷⁸⁹]+ | 'ⁿ')
    ;

TRANSPOSE
    : 'ᵀ' | '⊤'
    ;

PRIME
    : '\'' | '′'
    ;

SEPARATOR
    : '\r'? '\n'
    ;

COMMENT
    : '#' ~[\r\n]* -> skip
    ;

BLANK
    : [ \t\u00A0\u2009\u202F\r]+ -> skip
    ;

// Anything else becomes a token too, so that the parser reports it with its place.
UNKNOWN
    : .
    ;

fragment DIGIT
    : [0-9]
    ;

fragment LETTER
    : [\p{Lu}\p{Ll}\p{Lt}\p{Lo}\u2202\u2207]
    ;

fragment SUBSCRIPT
    : [₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ]
    ;

fragment MARK
    : [\p{Mn}]
    ;
