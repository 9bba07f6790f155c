package dev.nabla.print;

/**
 * One method per kind of formula: a printer that forgets one does not compile.
 *
 * @param <R> what a visit yields
 */
public interface FormulaVisitor<R> {
  R visitNumeral(Formula.Numeral numeral);

  R visitNamedConstant(Formula.NamedConstant constant);

  R visitName(Formula.Name name);

  R visitEntry(Formula.Entry entry);

  R visitNegation(Formula.Negation negation);

  R visitAddition(Formula.Addition addition);

  R visitMultiplication(Formula.Multiplication multiplication);

  R visitFraction(Formula.Fraction fraction);

  R visitExponentiation(Formula.Exponentiation exponentiation);

  R visitRoot(Formula.Root root);

  R visitCall(Formula.Call call);

  R visitCases(Formula.Cases cases);

  R visitRelation(Formula.Relation relation);

  R visitConnection(Formula.Connection connection);

  R visitKronecker(Formula.Kronecker kronecker);

  R visitArrayCall(Formula.ArrayCall call);

  R visitReduction(Formula.Reduction reduction);

  R visitPartial(Formula.Partial partial);

  R visitMarked(Formula.Marked marked);
}
