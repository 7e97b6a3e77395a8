// The scorer of `make eval`, on lines small enough to count by hand.

import assert from 'node:assert/strict'
import test from 'node:test'
import { fold, scoreEntities, scorePositions, scoreStatements } from '../../scripts/score.mjs'

const coded = { article: 'a', holder: 'RU', issue: 'x', stance: 'opposes', quote: 'said "no"', speaker: 'Ana Vale', mode: 'reported', told_by: '' }
const tagged = { ...coded, sentence: 'Vale  said “no” on Monday.', speaker: 'Vale' }

test('quotation marks and white space are alike', () => assert.equal(fold(' “a”\n b’s '), '"a" b\'s'))

test('a right tag counts once, however often it is given', () => {
  const { stance, detect, speaker, told } = scoreStatements([coded], [tagged, tagged])
  assert.deepEqual([stance.f1, detect.f1, speaker, told], [1, 1, 1, 1])
})

test('a wrong side is found but not right', () => {
  const { stance, detect } = scoreStatements([coded], [{ ...tagged, stance: 'supports' }])
  assert.deepEqual([stance.f1, detect.f1], [0, 1])
})

test('debatable lines count neither way, and neither does what has no side', () => {
  const { stance, predicted } = scoreStatements(
    [coded, { ...coded, quote: 'on Tuesday', required: false }],
    [tagged, { ...tagged, sentence: 'Vale said it on Tuesday.' }, { ...tagged, stance: 'neutral' }],
  )
  assert.deepEqual([stance.f1, predicted], [1, 1])
})

test('a paragraph is no sentence', () => {
  const { stance } = scoreStatements([coded], [{ ...tagged, sentence: `said "no" ${'word '.repeat(130)}` }])
  assert.equal(stance.f1, 0)
})

test('split is right only where two sides are accepted', () => {
  const gold = [
    { holder: 'RU', issue: 'x', stances: ['supports', 'opposes'] },
    { holder: 'US', issue: 'x', stances: ['supports'] },
  ]
  const { f1, wrong } = scorePositions(gold, gold.map(({ holder, issue }) => ({ holder, issue, stance: 'split' })))
  assert.equal(f1, 0.5)
  assert.deepEqual(wrong.map(({ cell }) => cell), ['US x'])
})

test('a name is linked where type and country are right', () => {
  const gold = [{ article: 'a', surface: 'Vale', type: 'person', country: 'RU' }, { article: 'a', surface: 'NATO', type: 'organisation', country: null }]
  const { found, linked } = scoreEntities(gold, [
    { article: 'a', surface: 'Vale', type: 'person', country: 'US' },
    { article: 'a', surface: 'NATO', type: 'bloc', country: '' },
  ])
  assert.deepEqual([found, linked], [1, 0.5])
})
