using System.Collections.Immutable;
using Journal.Core.Access;
using Journal.Core.Lessons;
using Journal.Web.Texts;

namespace Journal.Web.Plan;

/// <summary>What whoever looks at the plan can do with it.</summary>
public sealed partial class PlanSheet
{
    private void Edit(int key) => (_open, _focus, _said) = (key, key, null);

    private void CloseRow()
    {
        if (_open is not { } key)
            return;

        (_open, _tried) = (null, null);
        if (_draft!.Find(key) is { IsBlank: true })
            Edited(draft => draft.Remove(key));
        else
            _focus = key;
        if (IsBehind && !_draft.IsChanged)
            Begin(_plan!);
    }

    private void Add(int? below)
    {
        var key = 0;
        Edited(draft => key = draft.Add(below));
        Edit(key);
    }

    private void Put(DraftTopic row) => Edited(draft => draft.Put(row.Key, row.Topic));

    private void Move((int Key, int Places) to)
    {
        Edited(draft => draft.Move(to.Key, to.Places));
        _focus = to.Key;
    }

    private void Remove(int key)
    {
        var rows = _draft!.Rows;
        var place = rows.FindIndex(row => row.Key == key);
        Edited(draft => draft.Remove(key));
        _open = _open == key ? null : _open;
        if (rows.Count > 1)
            _focus = rows[place + 1 < rows.Count ? place + 1 : place - 1].Key;
    }

    private void StepBack()
    {
        Edited(draft => draft.StepBack());
        _open = _open is { } key && _draft!.Find(key) is null ? null : _open;
    }

    private void Merge(ImmutableArray<PlanTopic> merged)
    {
        Edited(draft => draft.Replace(merged));
        (_open, _said) = (null, Words.PlanMerged);
    }

    // Whoever may not write has nothing to press, and nothing comes of it either.
    private void Edited(Action<PlanDraft> how)
    {
        if (!MayWrite || _draft is not { } draft)
            return;

        how(draft);
        (_board, _said) = (null, null);
    }

    private async Task Save()
    {
        if (_busy || _draft is not { IsChanged: true } draft)
            return;

        if (draft.FirstWrong() is { } wrong)
        {
            Edit(wrong.Key);
            _tried = wrong.Key;
            return;
        }

        _sent = draft.Topics;
        await Submit(draft.Command(Course), Words.PlanSaved);
    }

    private async Task Accept()
    {
        if (_busy || _offer is not { } offer)
            return;

        var drops = _draft!;
        _sent = offer.Topics;
        if (!await Submit(new SetPlan(Course, offer.Topics, _plan!.Stamp.Version), Words.PlanTaken))
            return;

        (_offer, _panel) = (null, PlanPanel.None);
        if (ReferenceEquals(drops, _draft))
            Begin(_plan!);
    }

    private async Task Approve()
    {
        if (!_busy && _plan is { } plan)
            await Submit(new ApprovePlan(Course, plan.Stamp.Version), Words.PlanNowApproved);
    }

    private async Task Open(PlanPanel panel)
    {
        (_offer, _said) = (null, null);
        if (panel is PlanPanel.Copy)
            _parallel = await Readings.ParallelPlans(Me, Course, Closing) ?? [];
        _panel = _panel == panel ? PlanPanel.None : panel;
    }

    private void ClosePanel() => (_panel, _offer) = (PlanPanel.None, null);

    private void Offer(PlanOffer? offer) => _offer = offer;

    private void OfferFormer()
    {
        var version = _plan!.Stamp.Version;
        var former = _history!.Versions.LastOrDefault(one => one.Stamp.Version < version);
        var title = former is null ? Words.PlanFormerNone : Phrase.With(Words.PlanFormer, Name(former.Stamp.By), Moment(former.Stamp.At));
        (_panel, _offer) = (PlanPanel.None, new PlanOffer(title, former?.Topics ?? [], Words.PlanPutBack));
    }

    private void TakeTheirs()
    {
        Begin(_plan!);
        (_said, _trouble) = (null, null);
    }

    private void KeepMine()
    {
        _draft!.WriteOver(_plan!);
        (_board, _trouble) = (null, null);
    }
}
